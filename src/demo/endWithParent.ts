/** Preloaded into what the demo starts: when the demo is gone, however it went, its programs go too. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
