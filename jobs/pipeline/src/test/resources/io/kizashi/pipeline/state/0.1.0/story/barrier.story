> publish 4 rules-4.yaml
> publish 3 rules-3.yaml
