/** Oracle's life cycle of a security attribute and of a namespace; `INACTIVE` is what the Console calls retired. */
export type SecurityAttributeLifecycleState = "ACTIVE" | "INACTIVE" | "DELETING" | "DELETED" | "UNKNOWN_VALUE";

/** The definition of a security attribute (its key) inside a namespace. */
export type SecurityAttributeDefinition = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isRetired: boolean;
  readonly lifecycleState: SecurityAttributeLifecycleState;
  /**
   * The allowed values of an ENUM validator; `null` when any text is allowed; `"unread"` when the definition's own
   * read was refused or failed, so that nobody knows.
   */
  readonly allowedValues: readonly string[] | null | "unread";
  readonly timeCreated: string | null;
};

/** A namespace with its keys, or with the reason why its keys could not be read. */
export type SecurityAttributeNamespace = {
  readonly id: string;
  readonly compartmentId: string;
  readonly name: string;
  readonly description: string;
  readonly isRetired: boolean;
  readonly lifecycleState: SecurityAttributeLifecycleState;
  /** The modes its attributes may take, read only: `enforce`, `audit`. */
  readonly mode: readonly string[];
  readonly timeCreated: string | null;
  readonly definitions: readonly SecurityAttributeDefinition[];
  /** Whether every page of the key list was read. Only then does absence mean something. */
  readonly isDefinitionListComplete: boolean;
};

/** Everything known about which security attributes exist. */
export type SecurityAttributeCatalog = {
  readonly namespaces: readonly SecurityAttributeNamespace[];
  /** Whether the namespace list was read to its end. IAM can still hide namespaces from a complete list. */
  readonly isNamespaceListComplete: boolean;
  /** Why the catalog has gaps, in words for the reader; empty when it has none. */
  readonly gaps: readonly string[];
};
