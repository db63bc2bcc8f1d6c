"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as v from "valibot";
import type { Override } from "@/lib/contract/override";
import {
  zprPolicyConflictSchema,
  type CreateZprPolicyChangeDetails,
  type ZprPolicyConflict,
} from "@/lib/contract/zpr-policy-changes";
import type { ApiError } from "@/lib/queries/api-error";
import { useCreateZprPolicyChange, zprPolicyPreviewQuery } from "@/lib/queries/zpr-policy-changes";

function conflictFrom(error: ApiError | null): ZprPolicyConflict | null {
  const result = v.safeParse(zprPolicyConflictSchema, error?.body);
  return result.success ? result.output : null;
}

const nothing: CreateZprPolicyChangeDetails = {
  action: "delete",
  policyId: "",
  etag: "",
  seen: { description: "", statements: [] },
};

/** The way of one change of a policy from the text to the sending: its review, a conflict, the deed. */
export function usePolicySession(onSent: (changeId: string) => void) {
  const [details, setDetails] = useState<CreateZprPolicyChangeDetails | null>(null);
  const query = useQuery({ ...zprPolicyPreviewQuery(details ?? nothing), enabled: details !== null });
  const create = useCreateZprPolicyChange();
  const isReviewing = details !== null;
  const conflict = isReviewing ? (conflictFrom(create.error) ?? conflictFrom(query.error)) : null;
  const edit = () => {
    create.reset();
    setDetails(null);
  };
  return {
    details,
    preview: isReviewing && !query.isFetching ? (query.data ?? null) : null,
    isPreviewing: isReviewing && query.isFetching,
    /** Why there is no review: something in the text, or a failure. */
    reviewError: isReviewing && conflict === null && !query.isFetching ? query.error : null,
    isSending: create.isPending,
    sendError: conflict === null ? create.error : null,
    conflict,
    review: (next: CreateZprPolicyChangeDetails) => {
      create.reset();
      // The same text again: the query is there already and only has to be asked anew.
      if (JSON.stringify(next) === JSON.stringify(details)) void query.refetch();
      setDetails(next);
    },
    edit,
    send: (override: Override | undefined) => {
      if (details === null) return;
      const wanted = override === undefined ? details : { ...details, override };
      create.mutate(wanted, { onSuccess: ({ id }) => onSent(id) });
    },
  };
}
