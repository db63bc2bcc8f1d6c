"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNote } from "@/components/shared/error-note";
import { Section } from "@/components/shared/section";
import { Snippet } from "@/components/shared/snippet";
import { Button } from "@/components/ui/button";
import { FilterBox } from "@/components/ui/filter-box";
import { Literal } from "@/components/ui/literal";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ResourceListItem } from "@/lib/contract/resources";
import type { PathProtocol } from "@/lib/oke/path-protocol";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { pathTestQuery } from "@/lib/queries/path-test";
import { resourcesQuery } from "@/lib/queries/resources";

type PathTestProps = { readonly resourceId: string; readonly name: string };
type OtherEnd = Pick<ResourceListItem, "id" | "displayName" | "kind" | "clusterName">;

const shownChoices = "8";

const protocolOptions = [
  { value: "tcp", label: "TCP" },
  { value: "udp", label: "UDP" },
  { value: "icmp", label: "ICMP" },
] as const;
const directionOptions = [
  { value: "from-here", label: "From here to it" },
  { value: "to-here", label: "From it to here" },
] as const;

/** Makes the command that has Network Path Analyzer test the way to or from another resource. */
export function PathTest({ resourceId, name }: PathTestProps) {
  const [other, setOther] = useState<OtherEnd | null>(null);
  return (
    <Section title="Test a path">
      <p className="text-muted mb-2 max-w-[88ch]">
        Network Path Analyzer says whether routes, security lists, network security groups and ZPR policies let traffic
        through. This makes the command for it; nothing is started from here.
      </p>
      {other === null ? (
        <ChooseOther resourceId={resourceId} onChoose={setOther} />
      ) : (
        <PathCommand resourceId={resourceId} name={name} other={other} onBack={() => setOther(null)} />
      )}
    </Section>
  );
}

type ChooseOtherProps = { readonly resourceId: string; readonly onChoose: (other: OtherEnd) => void };

function ChooseOther({ resourceId, onChoose }: ChooseOtherProps) {
  const [q, setQ] = useState("");
  const found = useQuery({ ...resourcesQuery({ q, limit: shownChoices }), enabled: q !== "" });
  const choices = (found.data?.items ?? []).filter(({ id, kind }) => id !== resourceId && kind !== "vcn");
  return (
    <div className="flex flex-col gap-2">
      <FilterBox
        label="The other end"
        placeholder="Name or OCID of the other end"
        value={q}
        onValueChange={setQ}
        className="w-full sm:w-80"
      />
      {q !== "" && found.error && <ErrorNote title="The resources could not be searched" error={found.error} />}
      {q !== "" && found.data && (
        <>
          <p role="status" className="text-muted">
            {choices.length === 0 ? "Nothing of that name could be an end of a path." : "Choose the other end:"}
          </p>
          <ul className="flex flex-wrap gap-2">
            {choices.map((choice) => (
              <li key={choice.id}>
                <Button size="small" onClick={() => onChoose(choice)}>
                  <Literal text={choice.displayName} />
                  <span className="text-muted font-normal">
                    {resourceKindFacts[choice.kind].label}
                    {choice.clusterName !== null && choice.clusterName !== choice.displayName && (
                      <>
                        , <Literal text={choice.clusterName} />
                      </>
                    )}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type PathCommandProps = PathTestProps & { readonly other: OtherEnd; readonly onBack: () => void };

function PathCommand({ resourceId, name, other, onBack }: PathCommandProps) {
  const [direction, setDirection] = useState<(typeof directionOptions)[number]["value"]>("from-here");
  const [protocol, setProtocol] = useState<PathProtocol>("tcp");
  const [port, setPort] = useState("");
  const [sourceId, destinationId] = direction === "from-here" ? [resourceId, other.id] : [other.id, resourceId];
  const isPort = port === "" || /^\d{1,5}$/.test(port);
  const params = { destinationId, protocol, ...(port !== "" && isPort && protocol !== "icmp" && { port }) };
  const test = useQuery(pathTestQuery(sourceId, params));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <p className="min-w-0">
          <Literal text={name} /> <span className="text-muted">and</span> <Literal text={other.displayName} />{" "}
          <span className="text-muted">({resourceKindFacts[other.kind].label})</span>
        </p>
        <Button size="small" onClick={onBack}>
          Another end
        </Button>
      </div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Select label="Direction" value={direction} options={directionOptions} onValueChange={setDirection} />
        <Select label="Protocol" value={protocol} options={protocolOptions} onValueChange={setProtocol} />
        {protocol !== "icmp" && (
          <TextField
            label="Destination port"
            value={port}
            onValueChange={setPort}
            inputMode="numeric"
            placeholder="The usual one"
            error={isPort ? undefined : "A number from 1 to 65535."}
          />
        )}
      </div>
      {test.error && <ErrorNote title="The command could not be made" error={test.error} />}
      {test.data?.reason && <p>{test.data.reason}</p>}
      {test.data?.command && <Snippet title="With the OCI CLI" text={test.data.command} what="command" />}
      {test.data && test.data.notes.length > 0 && (
        <ul className="text-muted list-disc pl-5">
          {test.data.notes.map((note) => (
            <li key={note}>
              <Literal text={note} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
