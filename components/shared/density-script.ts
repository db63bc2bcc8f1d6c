/** Where the browser keeps how close rows stand. */
export const densityKey = "zpr-console.density";

export const densities = ["compact", "default", "comfortable"] as const;
export type Density = (typeof densities)[number];

/** Runs before the first paint, so that rows do not move after it. Without it they stand as usual. */
export const densityScript = `try{var d=localStorage.getItem("${densityKey}");if(d==="compact"||d==="comfortable")document.documentElement.dataset.density=d}catch(e){}`;
