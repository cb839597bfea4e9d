export interface Config {
  changeguard?: {
    detection?: {
      /**
       * Where the pages of docs/rules are read, which explain every rule: an address with `{format}` and `{rule}`, such as
       * `https://git.example.com/platform/changeguard/blob/main/docs/rules/{format}.md#{rule}`. Findings link to it; without it they
       * name their rule only.
       * @visibility frontend
       */
      ruleDocsUrl?: string;
    };
  };
}
