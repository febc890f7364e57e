/** The engine's own process: a utilityProcess under Electron, a forked child under the browser host. */
process.once('disconnect', () => {
  process.exit();
});
