import type { Span } from "@/lib/zpr/policy-language/diagnostic";
import { fixOf, type ParseContext, replacing, shown } from "@/lib/zpr/policy-language/parse-context";
import { defaultNamespace } from "@/lib/zpr/policy-language/statement";
import type { AttributeNode } from "@/lib/zpr/policy-language/statement-tree";

/** An attribute's text without its quotes, and where it stands with and without them. */
export type AttributeText = {
  readonly text: string;
  readonly span: Span;
  readonly inner: Span;
  readonly isQuoted: boolean;
};

const namesPattern = /^(?:[A-Za-z0-9_-]{1,100}\.)?[A-Za-z0-9_-]{1,100}$/u;
const namePattern = /^[A-Za-z0-9_-]{1,100}$/u;
const bareValuePattern = /^[A-Za-z0-9_:-]*$/u;
const invisible = /[\p{Cf}\p{Cc}]/u;
const maxValueLength = 255;

/** Longer than this in UTF-16, a value is too long however it is counted. */
const isTooLong = (value: string) =>
  value.length > maxValueLength && (value.length > 2 * maxValueLength || [...value].length > maxValueLength);

/** Reads `namespace.key:value` or `key:value`, and reports what is wrong with it; `null` when it names nothing. */
export function parseAttribute(context: ParseContext, given: AttributeText): AttributeNode | null {
  const { text, span, inner, isQuoted } = given;
  const colon = text.indexOf(":");
  if (colon < 0) {
    reportMissingValue(context, given);
    return null;
  }
  const dot = text.lastIndexOf(".", colon);
  const areNamesRight = checkNames(context, given, text.slice(0, colon));
  const value = text.slice(colon + 1);
  const valueFrom = Math.min(inner.from + colon + 1, inner.to);
  const isValueRight = checkValue(context, given, value, { from: valueFrom, to: inner.to });
  if (!areNamesRight || !isValueRight) return null;
  const attribute = {
    namespace: dot < 0 ? defaultNamespace : text.slice(0, dot),
    key: text.slice(dot + 1, colon),
    value,
  };
  return {
    from: span.from,
    to: span.to,
    attribute,
    isQuoted,
    // Names that are right hold no quotes, so they stand in the text as they are.
    namespace: dot < 0 ? null : { from: inner.from, to: inner.from + dot },
    key: { from: inner.from + dot + 1, to: inner.from + colon },
    value: { from: valueFrom, to: inner.to },
  };
}

function reportMissingValue(context: ParseContext, { text, span, inner }: AttributeText): void {
  const parts = text.split(".", 4);
  const hasDotForColon = parts.length === 3 && parts.every((part) => namePattern.test(part));
  const lastDot = inner.from + text.lastIndexOf(".");
  context.report("attribute-without-value", span, `${shown(text)} names no value: a colon and the value are missing.`, {
    expected: ["namespace.key:value"],
    fix: hasDotForColon
      ? fixOf("Put a colon before the value", replacing({ from: lastDot, to: lastDot + 1 }, ":"))
      : null,
  });
}

function checkNames(context: ParseContext, { text, inner, span }: AttributeText, names: string): boolean {
  if (namesPattern.test(names)) return true;
  const parts = names.split(".", 3);
  const visible = names.replaceAll(/[\p{Cf}\p{Cc}]/gu, "");
  const report = (message: string, more: Parameters<ParseContext["report"]>[3] = {}) =>
    context.report("attribute-name", { from: inner.from, to: Math.min(inner.from + names.length, inner.to) }, message, {
      expected: ["namespace.key", "key"],
      ...more,
    });
  if (text.includes("${")) {
    context.report("placeholder", span, `${shown(text)} is an expression that was not filled in.`);
  } else if (invisible.test(names)) {
    const whole = { from: inner.from, to: inner.from + names.length };
    report(`${shown(visible)} holds characters that cannot be seen.`, {
      fix: fixOf("Remove the invisible characters", replacing(whole, visible)),
    });
  } else if (parts.length > 2) {
    report(`${shown(names)} has more than one period: a namespace and a key hold none.`);
  } else if (parts.includes("")) {
    report(names === "" ? "The key is missing before the colon." : `${shown(names)} lacks a name beside its period.`);
  } else if (parts.some((part) => part.length > 100)) {
    report(`${shown(names)} is too long: a namespace and a key have at most 100 characters.`);
  } else {
    report(`${shown(names)} holds characters that a namespace and a key cannot have.`);
  }
  return false;
}

function checkValue(context: ParseContext, given: AttributeText, value: string, span: Span): boolean {
  if (value === "") {
    context.report("attribute-value", given.span, "The value is missing after the colon.", {
      expected: ["namespace.key:value"],
    });
    return false;
  }
  if (isTooLong(value)) {
    context.report("attribute-value", span, `The value has more than ${maxValueLength} characters.`);
    return false;
  }
  if (given.isQuoted || bareValuePattern.test(value)) return true;
  if (value.includes("${")) {
    context.report("placeholder", given.span, `${shown(given.text)} is an expression that was not filled in.`);
    return false;
  }
  const quoted = `'${given.text.replaceAll("'", "''")}'`;
  context.report("attribute-not-quoted", given.span, `The value ${shown(value)} needs quotes around the attribute.`, {
    expected: [quoted],
    fix: fixOf("Put the attribute in single quotes", replacing(given.span, quoted)),
  });
  return false;
}
