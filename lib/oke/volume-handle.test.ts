import { expect, test } from "vitest";
import { volumeHandleFrom } from "@/lib/oke/volume-handle";

test.each([
  ["ocid1.filesystem.a:10.0.0.7:/data", "10.0.0.7", "/data"],
  ["ocid1.filesystem.a:[FD00::7]:/data", "fd00::7", "/data"],
  ["ocid1.filesystem.a:Nfs.Sub.Vcn.oraclevcn.com:/data", "nfs.sub.vcn.oraclevcn.com", "/data"],
])("%s is on %s", (text, host, path) => {
  expect(volumeHandleFrom(text)).toEqual({ fileSystemId: "ocid1.filesystem.a", host, path });
});

test.each([null, "", "ocid1.filesystem.a", "ocid1.filesystem.a:/data", ":10.0.0.7:/data", "a::b"])(
  "%s is no handle of File Storage",
  (text) => {
    expect(volumeHandleFrom(text)).toBeNull();
  },
);
