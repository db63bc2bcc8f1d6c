"use client";

import { useQuery } from "@tanstack/react-query";
import { AttributeSet } from "@/components/shared/attribute-set";
import { ControllerEventNote } from "@/components/shared/controller-event";
import { DeclaredObject } from "@/components/shared/declared-object";
import { Section } from "@/components/shared/section";
import { TimeAgo } from "@/components/shared/time-ago";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import { BodyCell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { ClusterDeclared } from "@/lib/contract/declared";
import { declaredQuery } from "@/lib/queries/declared";

type Unstored = ClusterDeclared["unstored"][number];

/** Services and IngressClasses that declare attributes and whose load balancer is not among those that were read: why, and what is declared. */
export function UnstoredDeclarations({ clusterId }: { readonly clusterId: string }) {
  const unstored = useQuery(declaredQuery(clusterId)).data?.unstored ?? [];
  if (unstored.length === 0) return null;
  return (
    <Section title="Declared, not stored">
      <p className="text-muted mb-2 max-w-[88ch]">
        These objects of the cluster declare attributes and should have a load balancer, and none that was read is
        theirs.
      </p>
      <Table label="Declared, not stored" isStacked>
        <thead>
          <tr>
            <HeaderCell isFirst>Object</HeaderCell>
            <HeaderCell>Declared</HeaderCell>
            <HeaderCell>Why it is stored nowhere</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {unstored.map((each) => (
            <Row key={each.uid}>
              <BodyCell isFirst>
                <span className="flex flex-col">
                  <DeclaredObject object={each.object} />
                  {each.createdAt !== null && (
                    <span className="text-note text-muted">
                      made <TimeAgo time={each.createdAt} />
                    </span>
                  )}
                </span>
              </BodyCell>
              <BodyCell label="Declared">
                <DeclaredSet unstored={each} />
              </BodyCell>
              <BodyCell label="Why it is stored nowhere">
                <Why unstored={each} />
              </BodyCell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function DeclaredSet({ unstored: { declared, text } }: { readonly unstored: Unstored }) {
  if (declared !== null) return <AttributeSet attributes={declared} />;
  return (
    <span className="flex flex-col items-start gap-1">
      <StatusWord shape="octagon" tone="warning">
        Declared, not a set
      </StatusWord>
      <Literal text={text ?? ""} className="text-note font-mono wrap-anywhere" />
    </span>
  );
}

function Why({ unstored: { reason, names, object, events, areEventsRead } }: { readonly unstored: Unstored }) {
  return (
    <div className="flex max-w-[72ch] flex-col gap-1 wrap-anywhere">
      {reason === "not-made" ? (
        <p>
          {object.kind === "Service"
            ? "The cloud controller manager has made no load balancer for it: its status has no address."
            : "The native ingress controller has made no load balancer for it: the class names none."}
        </p>
      ) : (
        <p>
          Its load balancer, <Literal text={names.join(", ")} className="font-mono" />, is not among those that were
          read: it is where you may not look, in another region, or newer than the last read.
        </p>
      )}
      {events.map((event) => (
        <ControllerEventNote key={`${event.reason} ${event.message}`} event={event} />
      ))}
      {events.length === 0 && reason === "not-made" && (
        <p className="text-muted">
          {areEventsRead
            ? "No event that the cluster still keeps says why. It keeps events for an hour, if nobody set another time."
            : "Its events could not be read, so why is not known."}
        </p>
      )}
    </div>
  );
}
