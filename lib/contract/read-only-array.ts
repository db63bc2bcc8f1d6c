import * as v from "valibot";

/** A JSON array that nobody may write to, as all our own types have it. */
export const readOnlyArray = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.readonly());
