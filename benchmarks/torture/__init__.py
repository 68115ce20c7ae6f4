"""What comes to the archive spoiled, hostile or at the worst moment: `make torture`.

Each part draws its cases from a seed and counts how they ended; `python -m benchmarks.torture` writes the counts to
`benchmarks/results/torture.md`. A short part of each is among the tests.
"""
