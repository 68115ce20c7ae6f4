"""One build, from its begin to the published folder; and the preview of `make serve`."""
