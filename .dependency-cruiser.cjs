// The import rules of the house, for `npm run imports`. Imports point down only:
//   core <- formats <- engine <- host <- main | server
//                       engine <- cli
//   core <- contract <- engine, preload, renderer

const tests = '\\.test\\.tsx?$';
/** Where the program begins: nothing imports these. */
const entryPoints =
  '^src/(main/index|engine/process/index|cli/index|preload/index)\\.ts$|^src/renderer/main\\.tsx$';

/** Files of `folder` may import those of the folders `below`, and of no other. */
function layer(folder, below) {
  return {
    name: `${folder}-imports-down`,
    comment: `src/${folder} may import only: ${[folder, ...below].join(', ')}.`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: `^src/(${[folder, ...below].join('|')})/` },
  };
}

/** Only files under `owners` may import the packages that `packages` matches. */
function owned(name, packages, owners, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: '^src/', pathNot: owners },
    to: { path: packages },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('core', []),
    layer('formats', ['core']),
    layer('contract', ['core']),
    layer('engine', ['core', 'formats', 'contract']),
    // What both hosts have in common.
    layer('host', ['core', 'contract', 'engine']),
    layer('main', ['core', 'contract', 'engine', 'host']),
    layer('server', ['core', 'contract', 'engine', 'host']),
    // `postil serve` is the command that starts the browser host.
    layer('cli', ['core', 'formats', 'contract', 'engine', 'server']),
    layer('preload', ['core', 'contract']),
    layer('renderer', ['core', 'contract']),
    {
      name: 'features-stay-apart',
      comment: 'A feature never imports another: what two need belongs to ui/, editor/ or the stores.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    owned(
      'sqlite-only-in-storage',
      '(^|/)node_modules/(@types/)?better-sqlite3/',
      '^src/engine/storage/',
      'Only the storage layer speaks to SQLite.',
    ),
    owned(
      'lexical-only-in-editor',
      '(^|/)node_modules/(lexical|@lexical/[^/]+)/',
      '^src/renderer/editor/',
      'Only the editor knows Lexical.',
    ),
    owned(
      'electron-only-in-its-shell',
      '(^|/)node_modules/electron/',
      '^src/(main|preload)/',
      'The engine, the server, the command line and the interface know no Electron.',
    ),
    {
      name: 'pure-and-renderer-know-no-node',
      comment: 'core, contract and formats run anywhere, and the renderer runs in a window.',
      severity: 'error',
      from: { path: '^src/(core|contract|formats|renderer)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing: delete it.',
      severity: 'error',
      from: { orphan: true, pathNot: [entryPoints, tests, '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: [tests, '^tests/', '^scripts/'] },
    },
    {
      name: 'no-development-dependencies',
      comment:
        'What the product runs on is a dependency. Electron is the runtime itself, types are not code.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(electron|@types)/',
      },
    },
    {
      name: 'no-undeclared-dependencies',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
