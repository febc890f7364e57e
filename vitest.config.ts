import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/faults/**/*.test.ts'],
    environment: 'node',
    // Each file in a process of its own: SQLite's binding is native, and a crash must name its file.
    pool: 'forks',
    maxWorkers: 2,
    // What the engine runs in a thread of its own is run there by Node itself.
    execArgv: ['--import', new URL('tests/support/typescript-imports.ts', import.meta.url).href],
    // Long enough for the slowest machine: what takes long is measured in the benchmark, not here.
    testTimeout: 60_000,
    restoreMocks: true,
  },
});
