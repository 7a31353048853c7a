/** Quotas of Step Functions (standard workflows): docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const MAX_PAYLOAD_BYTES = 262_144;
export const MAX_HISTORY_EVENTS = 25_000;
export const MAX_VARIABLES_BYTES = 10 * 1024 * 1024;
export const MAX_NAME_LENGTH = 80;
export const MAX_TOKEN_LENGTH = 2_048;
export const MAX_ERROR_LENGTH = 256;
export const MAX_CAUSE_LENGTH = 32_768;
export const MAX_SECONDS = 99_999_999;
export const MAX_DELAY_SECONDS = 31_622_400;
export const CLOSED_RETENTION_MS = 90 * 86_400_000;
/** An inline Map runs at most this many iterations at once, whatever MaxConcurrency says. */
export const MAX_INLINE_CONCURRENCY = 40;
