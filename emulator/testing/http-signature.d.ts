declare module "http-signature" {
  type Request = {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly headers: import("node:http").IncomingHttpHeaders;
  };
  type ParsedSignature = { readonly keyId: string; readonly signingString: string };
  type ParseOptions = { readonly clockSkew?: number; readonly headers?: readonly string[] };

  const httpSignature: {
    readonly parseRequest: (request: Request, options?: ParseOptions) => ParsedSignature;
    readonly verifySignature: (parsed: ParsedSignature, publicKeyPem: string) => boolean;
  };
  export default httpSignature;
}
