import { perhaps } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { certaintyOfParts, type FlowCertainty, type FlowEnds, flowParts } from "@/lib/zpr/reach/flow-parts";
import type { ProtocolSet } from "@/lib/zpr/reach/protocol-set";

export const unknownFlow: FlowCertainty = { all: perhaps, any: perhaps };

/** How sure it is that ZPR lets all, and any part, of the traffic between two ends pass. */
export const flowCertainty = (compiled: CompiledWorld, ends: FlowEnds, protocol: ProtocolSet): FlowCertainty =>
  certaintyOfParts(flowParts(compiled, ends, protocol));
