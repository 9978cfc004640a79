"""Engines: where the work of a batch is done. One file an engine, each with a :class:`mtqa.engine.base.Engine`."""
