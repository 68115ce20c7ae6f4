"""What editors and maintainers run: each module but `blank`, `key_order`, `revisions`, `showing` and `web` is one."""
