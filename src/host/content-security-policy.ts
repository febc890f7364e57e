/** React Aria adds one rule (no double-tap zoom on what is pressed) in a style element; this is its hash. */
const pressableRule = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/**
 * What a page of Postil may load and run: its own files, and nothing else. The same in every host; sent as a header,
 * so that no page can be without it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${pressableRule}`,
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
