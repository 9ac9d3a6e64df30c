import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);import{fileURLToPath as __pathOf}from'node:url';const __dirname=__pathOf(new URL('../assets',import.meta.url)),__filename=__pathOf(import.meta.url);
import{c as o}from"./shared-P7VWCWKB.js";import"./shared-ZBBB3ZGO.js";import"./shared-C4WEFUKR.js";export{o as QuickJSAsyncWASMModule};
