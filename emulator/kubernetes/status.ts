/** A refusal in Kubernetes' form: `kind: Status`. https://kubernetes.io/docs/reference/using-api/api-concepts/ */
export class StatusError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly details: { readonly [member: string]: unknown } | null;

  constructor(status: number, reason: string, message: string, details: StatusError["details"] = null) {
    super(message);
    this.name = "StatusError";
    this.status = status;
    this.reason = reason;
    this.details = details;
  }
}

type Named = { readonly plural: string; readonly group: string; readonly name: string };

const detailsOf = ({ plural, group, name }: Named) => ({ name, ...(group !== "" && { group }), kind: plural });
const fullName = ({ plural, group }: Named) => (group === "" ? plural : `${plural}.${group}`);

/** One text for every failed authentication: the reason stays in the emulator's log. */
export const unauthorized = () => new StatusError(401, "Unauthorized", "Unauthorized");
export const badRequest = (message: string) => new StatusError(400, "BadRequest", message);
export const pathNotFound = () =>
  new StatusError(404, "NotFound", "the server could not find the requested resource", {});
export const objectNotFound = (named: Named) =>
  new StatusError(404, "NotFound", `${fullName(named)} "${named.name}" not found`, detailsOf(named));
export const methodNotAllowed = () =>
  new StatusError(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", {});
export const alreadyExists = (named: Named) =>
  new StatusError(409, "AlreadyExists", `${fullName(named)} "${named.name}" already exists`, detailsOf(named));
export const modified = (named: Named) =>
  new StatusError(
    409,
    "Conflict",
    `Operation cannot be fulfilled on ${fullName(named)} "${named.name}": the object has been modified; please apply your changes to the latest version and try again`,
    detailsOf(named),
  );
export const expired = () =>
  new StatusError(
    410,
    "Expired",
    "The provided continue parameter is too old to display a consistent list result. You must start a new list without the continue parameter.",
  );
export const unsupportedMediaType = (accepted: readonly string[]) =>
  new StatusError(
    415,
    "UnsupportedMediaType",
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(", ")}`,
    {},
  );
export const invalid = (kind: string, named: Named, field: string, message: string) =>
  new StatusError(
    422,
    "Invalid",
    `${kind}${named.group === "" ? "" : `.${named.group}`} "${named.name}" is invalid: ${field}: ${message}`,
    {
      ...detailsOf(named),
      kind,
      causes: [{ reason: "FieldValueInvalid", message, field }],
    },
  );

/** The body that goes with a refusal. */
export function statusBody({ status, reason, message, details }: StatusError) {
  return {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message,
    reason,
    ...(details !== null && { details }),
    code: status,
  };
}
