import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

export default defineConfig({
  // Everything that runs in Node, for Electron's Node and for the system's: one build, shared chunks.
  main: {
    build: {
      target: 'node20',
      outDir: resolve(root, 'out'),
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          'main/index': resolve(root, 'src/main/index.ts'),
          'engine/process': resolve(root, 'src/engine/process/index.ts'),
          'engine/reading-thread': resolve(root, 'src/engine/import/documents/thread/entry.ts'),
          'cli/index': resolve(root, 'src/cli/index.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload can only be CommonJS, and can require nothing of ours: one file holds all.
  preload: {
    build: {
      externalizeDeps: false,
      outDir: resolve(root, 'out/preload'),
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [react()],
    build: {
      // The oldest engine that Postil is tested in.
      target: 'chrome130',
      outDir: resolve(root, 'out/renderer'),
      minify: true,
      sourcemap: true,
      // An inlined asset is a data: address, which the content security policy refuses.
      assetsInlineLimit: 0,
      // In kB. The warning is meant for what comes over a network; this comes from the disk.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
  },
});
