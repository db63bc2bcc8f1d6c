/** Where the browser keeps the chosen theme. */
export const storageKey = "zpr-console.theme";

/** Runs before the first paint, so that a chosen theme never flashes. Without it the system's theme holds. */
export const themeScript = `try{var t=localStorage.getItem("${storageKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;
