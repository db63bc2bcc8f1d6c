import { basePathOf } from "@/emulator/kubernetes/discovery";
import { resourceTypes, type ResourceType } from "@/emulator/kubernetes/resource-types";

/**
 * The OpenAPI document in the protobuf form that kubectl reads: only that every resource can be patched, and that a
 * patch takes `dryRun`. Older ones refuse `--dry-run=server` without it. The form is
 * https://github.com/google/gnostic-models/blob/main/openapiv2/OpenAPIv2.proto
 */
export function openApiDocument(): Buffer {
  const paths = resourceTypes.map((type) =>
    message(2, [text(1, pathOf(type)), message(2, [message(8, patchOperation(type))])]),
  );
  return Buffer.concat([text(1, "2.0"), message(2, [text(1, "Kubernetes"), text(2, "v1")]), message(8, paths)]);
}

function pathOf(type: ResourceType): string {
  return `${basePathOf(type)}/${type.isNamespaced ? "namespaces/{namespace}/" : ""}${type.plural}/{name}`;
}

/** Fields of Operation: 8 are its parameters, 13 its vendor extensions. */
function patchOperation(type: ResourceType): readonly Buffer[] {
  const yaml = `group: "${type.group}"\nkind: ${type.kind}\nversion: ${type.version}\n`;
  const parameters = ["dryRun", "fieldManager"].map((name) =>
    // ParametersItem.parameter, Parameter.non_body_parameter, NonBodyParameter.query_parameter_sub_schema
    message(8, [message(1, [message(2, [message(3, [text(2, "query"), text(4, name), text(6, "string")])])])]),
  );
  return [...parameters, message(13, [text(1, "x-kubernetes-group-version-kind"), message(2, [text(2, yaml)])])];
}

/** A field of wire type 2 that holds other fields. */
function message(field: number, content: readonly Buffer[]): Buffer {
  return lengthDelimited(field, Buffer.concat(content));
}

function text(field: number, value: string): Buffer {
  return lengthDelimited(field, Buffer.from(value, "utf8"));
}

function lengthDelimited(field: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(content.length)]), content]);
}

function varint(number: number): readonly number[] {
  return number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...varint(number >> 7)];
}
