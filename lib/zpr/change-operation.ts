import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** One step of an edit. `add` of a key that is there already is refused: that is `replace`. */
export type ChangeOperation =
  | { readonly op: "add"; readonly namespace: string; readonly key: string; readonly value: string }
  | { readonly op: "replace"; readonly namespace: string; readonly key: string; readonly value: string }
  | { readonly op: "remove"; readonly namespace: string; readonly key: string };

/** What is wrong with one step: which step, which member of it, and a sentence for the form. */
export type ChangeProblem = {
  readonly index: number;
  readonly field: "op" | "namespace" | "key" | "value";
  readonly code:
    | "already-present"
    | "not-present"
    | "duplicate"
    | "unchanged"
    | "invalid-name"
    | "invalid-value"
    | "too-many";
  readonly message: string;
};

type Detail = Omit<ChangeProblem, "index">;

/** Longest namespace and key, and longest value, in characters: limits page of the ZPR documentation. */
const maxNameLength = 100;
const maxValueLength = 255;

const lengthOf = (text: string) => [...text].length;

const nameProblems = (field: "namespace" | "key", name: string): readonly Detail[] => {
  const what = field === "namespace" ? "The namespace" : "The key";
  if (name === "") return [{ field, code: "invalid-name", message: `${what} is missing.` }];
  if (lengthOf(name) > maxNameLength) {
    return [{ field, code: "invalid-name", message: `${what} has at most ${maxNameLength} characters.` }];
  }
  if (/[\s.]/u.test(name)) {
    return [{ field, code: "invalid-name", message: `${what} holds neither spaces nor periods.` }];
  }
  return [];
};

const valueProblems = (value: string): readonly Detail[] => {
  const problem = (message: string): readonly Detail[] => [{ field: "value", code: "invalid-value", message }];
  if (value === "") return problem("The value is missing.");
  if (lengthOf(value) > maxValueLength) return problem(`The value has at most ${maxValueLength} characters.`);
  // Half a character has no UTF-8 form: another value than the one on screen would be sent.
  if (/\p{Surrogate}/u.test(value)) return problem("The value holds half of a character, which cannot be sent.");
  return [];
};

const presenceProblems = (operation: ChangeOperation, target: SecurityAttribute | undefined): readonly Detail[] => {
  const name = `${operation.namespace}.${operation.key}`;
  if (operation.op !== "add") {
    if (target !== undefined) return [];
    return [{ field: "key", code: "not-present", message: `The resource does not carry ${name}.` }];
  }
  if (target === undefined) return [];
  const message =
    target.unreadable === null
      ? `The resource carries ${name} already, with value ${target.value}.`
      : `What the resource carries as ${target.namespace}.${target.key} cannot be read, so nothing can be added there.`;
  return [{ field: "key", code: "already-present", message }];
};

const isUnchanged = (operation: ChangeOperation, target: SecurityAttribute | undefined) =>
  operation.op === "replace" &&
  target !== undefined &&
  target.unreadable === null &&
  target.value === operation.value &&
  target.mode === "enforce";

/**
 * What is wrong with one step of an edit, given the entry of the present set that it is about (by its exact name, else
 * by its name without regard to case) and whether an earlier step was about the same.
 */
export function problemsOfOperation(step: {
  readonly operation: ChangeOperation;
  readonly index: number;
  readonly target: SecurityAttribute | undefined;
  readonly isRepeated: boolean;
}): readonly ChangeProblem[] {
  const { operation, index, target, isRepeated } = step;
  const name = `${operation.namespace}.${operation.key}`;
  const details: Detail[] = [];
  // Names are checked only where they are new: what is on a resource must be removable, however it is named.
  if (operation.op === "add") {
    details.push(...nameProblems("namespace", operation.namespace), ...nameProblems("key", operation.key));
  }
  if (operation.op !== "remove") details.push(...valueProblems(operation.value));
  if (isRepeated) {
    details.push({ field: "key", code: "duplicate", message: `Another step of this change is about ${name} too.` });
  } else {
    details.push(...presenceProblems(operation, target));
  }
  if (isUnchanged(operation, target)) {
    details.push({ field: "value", code: "unchanged", message: `${name} has this value already.` });
  }
  return details.map((detail) => ({ index, ...detail }));
}
