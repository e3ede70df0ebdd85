"""Finding: words folded, sections weighed, the bundled texts and the own ledger."""
