"""How good are records, measured against gold annotation.

Everything works on record dicts, the shape that `letopis extract --format jsonl` writes, so that any system that
can give that shape is measured by the same rules. What happens to one document:

- `gold` reads annotation and text into a record dict and refuses what does not keep the contract;
- `matching` pairs gold with found spans one to one; `schemes` are SemEval's four ways to judge a pair;
- `mentions`, `values`, `coreference`, `facts` each turn one document into tallies (`tally.Tally`) by measure;
- `figures` adds the tallies up; `bootstrap` and `significance` say how far to trust the sums;
- `faults` names each thing that went wrong; `items` says of each gold item whether it passed, which
  `regression` compares with a stored baseline.
"""
