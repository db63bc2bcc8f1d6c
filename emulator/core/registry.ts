import { rm } from "node:fs/promises";
import { join } from "node:path";
import { writeConfigFile, type ConfigProfile } from "@/emulator/core/config-file";
import {
  apiKeyCredential,
  newKeyPair,
  sessionCredential,
  type Credential,
  type KeyPair,
} from "@/emulator/core/credentials";
import { newOcid } from "@/emulator/core/ocid";
import { createTenancy, type KubernetesListener, type TenancyState } from "@/emulator/core/tenancy";
import type { TenancySeed, UserSeed } from "@/emulator/seed";
import { parseJson } from "@/lib/json";

export type TenancyOptions = {
  /** Name of the user whose profile is given back; the seed's first when left out. */
  readonly user?: string | undefined;
  /** How long the session tokens are good, in seconds of real time. */
  readonly sessionSeconds?: number | undefined;
  /** Its own key pair instead of the one that the process shares: about a tenth of a second. */
  readonly hasOwnKeyPair?: boolean | undefined;
};

export type CreatedUser = {
  readonly name: string;
  readonly ocid: string;
  /** Profile that signs with the API key. */
  readonly profile: string;
  /** Profile that signs with a session token. */
  readonly sessionProfile: string;
};

export type CreatedTenancy = {
  /** The tenancy's OCID, which is the root compartment's too. */
  readonly tenancyId: string;
  readonly homeRegion: string;
  readonly configFile: string;
  readonly profile: string;
  readonly users: readonly CreatedUser[];
};

/** All tenancies of one emulator process, and who may enter them. */
export type Registry = {
  readonly create: (seed: TenancySeed, options: TenancyOptions) => Promise<CreatedTenancy>;
  readonly remove: (tenancyId: string) => Promise<void>;
  readonly tenancy: (tenancyId: string) => TenancyState | null;
  readonly credential: (keyId: string) => Credential | null;
};

const defaultSessionSeconds = 3600;

/** `folder` is where config files go; `realNow` gives ms since 1970. */
export function createRegistry(folder: string, realNow: () => number, kubernetesApi: KubernetesListener): Registry {
  const tenancies = new Map<string, TenancyState>();
  const credentials = new Map<string, Credential>();
  let shared: Promise<KeyPair> | null = null;
  const folderOf = (tenancyId: string) => join(folder, tenancyId);

  return {
    async create(seed, options) {
      const own = withOwnTenancyOcid(seed);
      const state = createTenancy(own, realNow, kubernetesApi);
      const first = options.user === undefined ? own.users[0] : own.users.find((user) => user.name === options.user);
      if (first === undefined) throw new Error(`Seed ${seed.name} has no user ${options.user ?? ""}`);
      shared ??= newKeyPair();
      const keyPair = options.hasOwnKeyPair === true ? await newKeyPair() : await shared;
      const expires = realNow() + (options.sessionSeconds ?? defaultSessionSeconds) * 1000;
      const entrances = own.users.map((user) => entranceOf(state, user, keyPair, expires));
      for (const one of entrances)
        for (const credential of one.credentials) credentials.set(credential.keyId, credential);
      tenancies.set(state.id, state);

      const byDefault = entrances.find(({ user }) => user === first);
      const profiles = entrances.flatMap((one) => one.profiles);
      const [defaultProfile] = byDefault?.profiles ?? [];
      const configFile = await writeConfigFile(folderOf(state.id), keyPair.privateKeyPem, [
        ...(defaultProfile === undefined ? [] : [{ ...defaultProfile, name: "DEFAULT" }]),
        ...profiles,
      ]);
      return {
        tenancyId: state.id,
        homeRegion: state.homeRegion.regionName,
        configFile,
        profile: first.name,
        users: own.users.map(({ name, ocid }) => ({ name, ocid, profile: name, sessionProfile: `${name}-session` })),
      };
    },
    async remove(tenancyId) {
      tenancies.delete(tenancyId);
      for (const [keyId, credential] of credentials) if (credential.tenancyId === tenancyId) credentials.delete(keyId);
      await rm(folderOf(tenancyId), { recursive: true, force: true });
    },
    tenancy: (tenancyId) => tenancies.get(tenancyId) ?? null,
    credential(keyId) {
      const credential = credentials.get(keyId) ?? null;
      return credential?.expires != null && credential.expires <= realNow() ? null : credential;
    },
  };
}

function entranceOf(state: TenancyState, user: UserSeed, keyPair: KeyPair, expires: number) {
  const session = sessionCredential(state.id, user, keyPair, expires);
  const profile: ConfigProfile = {
    name: user.name,
    tenancyId: state.id,
    userId: user.ocid,
    fingerprint: keyPair.fingerprint,
    region: state.homeRegion.regionName,
    sessionToken: null,
  };
  return {
    user,
    credentials: [apiKeyCredential(state.id, user, keyPair), session.credential],
    profiles: [profile, { ...profile, name: `${user.name}-session`, sessionToken: session.token }],
  };
}

/** Two tenancies of one seed must not be one: each gets a tenancy OCID of its own, wherever the seed names it. */
function withOwnTenancyOcid(seed: TenancySeed): TenancySeed {
  const ocid = seed.tenancy.id;
  if (ocid === null || ocid === undefined) return seed;
  return replaced(seed, ocid, newOcid("tenancy"));
}

function replaced<T>(value: T, from: string, to: string): T {
  return parseJson(JSON.stringify(value).replaceAll(from, to)) as T;
}
