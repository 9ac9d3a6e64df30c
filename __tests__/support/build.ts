// Before the tests: what the sources read at run time, and a fresh dist for the end-to-end tests.

export async function setup(): Promise<void> {
  const { buildOnce } = await import('../../scripts/build.ts').catch(() => ({ buildOnce: null }));
  await buildOnce?.().catch((error: unknown) => { console.error(String(error)); });
}
