const chunkLength = 65_536;

/**
 * Writes lines as fast as the reader takes them, whatever their number. Gives whether all were taken: a reader that has
 * seen enough, such as `head`, is no mistake.
 */
export async function writeLines(
  lines: Iterable<string>,
  stream: NodeJS.WritableStream = process.stdout,
): Promise<boolean> {
  // Told by each write as well; without a listener it would end the process.
  stream.on("error", () => undefined);
  let chunk = "";
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < chunkLength) continue;
    if (!(await isTaken(stream, chunk))) return false;
    chunk = "";
  }
  return chunk === "" || isTaken(stream, chunk);
}

const isTaken = (stream: NodeJS.WritableStream, chunk: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    stream.write(chunk, (error?: NodeJS.ErrnoException | null) => {
      if (error == null) resolve(true);
      else if (error.code === "EPIPE") resolve(false);
      else reject(error);
    });
  });
