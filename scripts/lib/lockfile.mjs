// @ts-check

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {boolean} [hasInstallScript]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{ packages: Record<string, LockedPackage> } & Record<string, unknown>} Lockfile
 */

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/**
 * Versions below which a package must not fall, with the reason. Checked offline, because an audit needs a network.
 * @type {Readonly<Record<string, { readonly floor: string, readonly reason: string }>>}
 */
export const versionFloors = {
  next: { floor: "16.4.6", reason: "earlier 16.x neither build with TypeScript 7 nor carry the fixes of 16.4.5" },
  "react-dom": { floor: "19.3.1", reason: "security fixes in the server renderer" },
  "oci-common": { floor: "2.142.1", reason: "earlier ones sign non-ASCII query values wrongly" },
};

/**
 * Adds the optional platform packages that a registry without other systems' builds makes `npm install` drop: without
 * their entries `npm ci` refuses the file (npm/cli#8805).
 * @param {Lockfile} lockfile
 * @returns {{ lockfile: Lockfile, added: string[] }}
 */
export function completeLockfile(lockfile) {
  const packages = { ...lockfile.packages };
  const added = [];
  for (const [path, parent] of Object.entries(lockfile.packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isLocked(packages, path, name)) continue;
      packages[`node_modules/${name}`] = platformPackage(name, range, parent);
      added.push(name);
    }
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { lockfile: { ...lockfile, packages: sorted }, added };
}

/**
 * What is wrong with a lock file and the package.json beside it, a sentence each.
 * @param {Lockfile} lockfile
 * @param {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} manifest
 * @returns {string[]}
 */
export function lockfileProblems(lockfile, manifest) {
  const { added } = completeLockfile(lockfile);
  const installed = Object.entries(lockfile.packages).filter(([path]) => path !== "");
  return [
    ...added.map((name) => `${name} is missing from the lock file: run npm run lockfile`),
    ...installed.flatMap(([path, locked]) => packageProblems(path, locked)),
    ...Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([, version]) => !isExactVersion(version))
      .map(([name, version]) => `${name} is "${version}" in package.json, not an exact version`),
    ...Object.entries(versionFloors).flatMap(([name, { floor, reason }]) =>
      floorProblems(lockfile, name, floor, reason),
    ),
  ];
}

/**
 * @param {string} path
 * @param {LockedPackage} locked
 * @returns {string[]}
 */
function packageProblems(path, locked) {
  const problems = [];
  if (locked.resolved !== undefined) problems.push(`${path} names where it was downloaded from`);
  if (locked.link === true) problems.push(`${path} is a link, not a package`);
  if (locked.version === undefined || !isExactVersion(locked.version)) problems.push(`${path} has no exact version`);
  if (locked.integrity === undefined && !isPlatformPackage(locked)) problems.push(`${path} has no integrity hash`);
  if (locked.integrity !== undefined && !locked.integrity.startsWith("sha512-")) {
    problems.push(`${path} has an integrity hash weaker than SHA-512`);
  }
  return problems;
}

/**
 * @param {Lockfile} lockfile
 * @param {string} name
 * @param {string} floor
 * @param {string} reason
 * @returns {string[]}
 */
function floorProblems(lockfile, name, floor, reason) {
  return Object.entries(lockfile.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .filter(([, locked]) => locked.version === undefined || isBelow(locked.version, floor))
    .map(([path, locked]) => `${path} is ${locked.version}, below ${floor}: ${reason}`);
}

/**
 * Node's own lookup: beside the parent, then in each folder above it.
 * @param {Record<string, LockedPackage>} packages
 * @param {string} parentPath
 * @param {string} name
 */
function isLocked(packages, parentPath, name) {
  for (let path = parentPath; ; path = path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/")))) {
    if (packages[path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`] !== undefined) return true;
    if (path === "") return false;
  }
}

/**
 * @param {string} name
 * @param {string} range
 * @param {LockedPackage} parent
 * @returns {LockedPackage}
 */
function platformPackage(name, range, parent) {
  const words = name.replace("x86_64", "x64").split(/[-/]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev === true && { dev: true }),
    ...(words.some((word) => word.startsWith("musl")) && { libc: ["musl"] }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/** @param {LockedPackage} locked */
function isPlatformPackage(locked) {
  return locked.optional === true && (locked.os !== undefined || locked.cpu !== undefined);
}

/** @param {string} version */
function isExactVersion(version) {
  return /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
}

/**
 * @param {string} version
 * @param {string} floor
 */
function isBelow(version, floor) {
  const [a, b] = [version, floor].map((text) => text.split("-")[0]?.split(".").map(Number) ?? []);
  const difference = [0, 1, 2].map((index) => (a?.[index] ?? 0) - (b?.[index] ?? 0)).find((part) => part !== 0) ?? 0;
  return difference < 0 || (difference === 0 && version.includes("-") && !floor.includes("-"));
}
