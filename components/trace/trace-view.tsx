"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { ErrorNote } from "@/components/shared/error-note";
import { PageHeader } from "@/components/shared/page-header";
import { PoliciesUnread } from "@/components/shared/policies-unread";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { useFirstReading } from "@/components/shared/still-reading";
import { EndPicker } from "@/components/trace/end-picker";
import { TraceResult } from "@/components/trace/trace-result";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { traceQuery } from "@/lib/queries/trace";
import { useReadZprPoliciesAgain } from "@/lib/queries/zpr-policies";

const parsers = {
  source: parseAsString.withDefault(""),
  destination: parseAsString.withDefault(""),
  protocol: parseAsString.withDefault(""),
};

/** Asks what ZPR does with one flow. The question stands in the address. */
export function TraceView() {
  const [values, setValues] = useQueryStates(parsers, { history: "push" });
  const { source, destination, protocol } = values;
  const isAsked = source !== "" && destination !== "";
  const trace = useQuery({ ...traceQuery({ source, destination, protocol }), enabled: isAsked });
  const isFirst = useFirstReading();
  const readAgain = useReadZprPoliciesAgain();
  const nameAt = (end: "source" | "destination") => {
    const known = trace.data?.[end];
    return known !== undefined && (known.text === values[end] || known.resource?.id === values[end])
      ? (known.resource?.displayName ?? null)
      : null;
  };
  return (
    <>
      <PageHeader title="Trace">
        <span>What ZPR does with traffic from one place to another, and by which statement.</span>
      </PageHeader>
      <div className="mb-5 grid gap-4 lg:grid-cols-2">
        <EndPicker
          label="Source"
          value={source}
          name={nameAt("source")}
          onChoose={(chosen) => void setValues({ source: chosen || null })}
        />
        <EndPicker
          label="Destination"
          value={destination}
          name={nameAt("destination")}
          onChoose={(chosen) => void setValues({ destination: chosen || null })}
        />
        <ProtocolField
          key={protocol}
          protocol={protocol}
          onSend={(text) => void setValues({ protocol: text || null })}
        />
      </div>
      {!isAsked && (
        <EmptyState title="Choose a source and a destination">
          The answer says whether ZPR allows the traffic, with every statement that does and the nearest that do not.
        </EmptyState>
      )}
      {isAsked && trace.error?.status === 400 && (
        <ErrorNote title="This cannot be asked" error={trace.error} role="alert" />
      )}
      {isAsked && trace.error?.status !== 400 && (
        <QueryBoundary
          query={trace}
          what="The trace"
          loading={<Skeleton className="h-24 w-full" />}
          isFirstReading={isFirst}
        >
          {(data) => (
            <div className="flex flex-col gap-5">
              <PoliciesUnread reading={data.policies} onRetry={() => readAgain.mutate()} />
              <TraceResult trace={data} />
            </div>
          )}
        </QueryBoundary>
      )}
    </>
  );
}

type ProtocolFieldProps = { readonly protocol: string; readonly onSend: (text: string) => void };

function ProtocolField({ protocol, onSend }: ProtocolFieldProps) {
  const [text, setText] = useState(protocol);
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
      }}
    >
      <TextField
        label="Protocol, or empty for every one"
        value={text}
        onValueChange={setText}
        isMono
        placeholder="tcp/443"
      />
      <Button type="submit">Set</Button>
    </form>
  );
}
