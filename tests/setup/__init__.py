"""What the project stands on: locked packages, the forge's automation, the browser of the tests."""
