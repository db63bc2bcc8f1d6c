/** How sure something is, in numbers so that "and" is the least and "or" the greatest. */
export type Certainty = 0 | 1 | 2;

export const no = 0;
export const perhaps = 1;
export const yes = 2;

export const both = (a: Certainty, b: Certainty): Certainty => (a < b ? a : b);
export const either = (a: Certainty, b: Certainty): Certainty => (a > b ? a : b);
