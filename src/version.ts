declare const PLUMBLINE_VERSION: string | undefined;

/** Plumbline's own version; the build puts it in. */
export const version = typeof PLUMBLINE_VERSION === 'string' ? PLUMBLINE_VERSION : '0.0.0-source';
