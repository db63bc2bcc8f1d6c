/** The directory of a real tenancy's recorded answers, where the runner has one; `null` elsewhere. */
export const recordedDirectory = process.env.RECORDED_RESPONSES || null;
