import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/report/words.ts
function count(number, noun, many = `${noun}s`) {
  return `${number.toLocaleString("en-US")} ${number === 1 ? noun : many}`;
}
function sentence(text) {
  const isWord = new RegExp("^\\p{Ll}+(?=['\\s,:;]|$)", "u").test(text);
  return isWord ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}
function firstSentence(text) {
  return new RegExp("^.*?[.!?](?=\\s+\\p{Lu})", "su").exec(text)?.[0] ?? text;
}
function withStop(text) {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
function likelihood(confidence) {
  if (confidence >= 0.8) return "very likely";
  return confidence >= 0.65 ? "likely" : "possibly";
}
function duration(ms) {
  return ms < 1e3 ? `${Math.round(ms)} ms` : `${(ms / 1e3).toFixed(1)} s`;
}
function countsByNoun(names) {
  return Object.entries(names).filter(([, list]) => list.length > 0).map(([noun, list]) => `${list.length} ${list.length === 1 ? singular(noun) : noun}`).join(", ");
}
function singular(noun) {
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/, "");
}

export {
  count,
  sentence,
  firstSentence,
  withStop,
  likelihood,
  duration,
  countsByNoun
};
