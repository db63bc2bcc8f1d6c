// @ts-check

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    "oci-common",
    "oci-containerengine",
    "oci-core",
    "oci-filestorage",
    "oci-identity",
    "oci-loadbalancer",
    "oci-networkloadbalancer",
    "oci-securityattribute",
    "oci-zpr",
  ],
};

export default nextConfig;
