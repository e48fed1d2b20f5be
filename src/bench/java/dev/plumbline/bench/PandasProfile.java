package dev.plumbline.bench;

/// The same aggregates in pandas: facets by `value_counts`, mentions by one regular expression a
/// list, cells by combining these.
final class PandasProfile {
  private PandasProfile() {}

  static final String SCRIPT =
      """
      import json, re, sys
      import pandas as pd
      table = pd.read_csv(sys.argv[1])
      lexicon = json.load(open(sys.argv[2], encoding="utf-8"))
      caption = table["TEXT"].fillna("").astype(str)
      words = caption.str.split().str.len()
      lengths = caption.str.len()
      facets = [words.value_counts(), lengths.value_counts(), words.mean(), lengths.mean()]
      for name in ["LANGUAGE", "LICENSE", "NSFW"]:
          facets.append(table[name].value_counts())
      host = table["URL"].str.extract(r"://([^/:?#]*)", expand=False).str.lower()
      tail = r"([^.]+\\.(?:co|com|org|ac|gov)\\.[a-z]{2}$|[^.]+\\.[^.]+$)"
      facets.append(host.str.extract(tail, expand=False).value_counts().head(1000))
      sized = table[(table["WIDTH"] > 0) & (table["HEIGHT"] > 0)]
      facets.append(sized[["WIDTH", "HEIGHT"]].min(axis=1).value_counts(bins=10))
      facets.append((sized["WIDTH"] / sized["HEIGHT"]).value_counts(bins=11))
      for name in ["similarity", "aesthetic", "pwatermark"]:
          facets.append(table[name].value_counts(bins=20))
          facets.append(table[name].mean())
      mentions = {}
      for name, terms in lexicon["terms"].items():
          anywhere = isinstance(terms, dict)
          pattern = "|".join(re.escape(term) for term in (terms["terms"] if anywhere else terms))
          pattern = f"(?:{pattern})" if anywhere else rf"(?<!\\w)(?:{pattern})(?!\\w)"
          mentions[name] = caption.str.contains(pattern, case=False, regex=True)
      counts = {name: int(rows.sum()) for name, rows in mentions.items()}
      for test in lexicon["tests"]:
          cells = [int((mentions[test[t]] & mentions[test[u]]).sum()) for t in "xy" for u in "ab"]
      """;
}
