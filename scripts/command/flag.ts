/** A flag of a command. */
export type Flag =
  | {
    /** Takes a text. */
    readonly kind: "text";
    /** What the text stands for, in capitals. */
    readonly value: string;
    readonly summary: string;
    readonly required?: true;
    /** Name of a flag in whose place it is required: one of both must be given. */
    readonly unless?: string;
  }
  | {
    /** Takes two texts. */
    readonly kind: "pair";
    /** What they stand for, in capitals. */
    readonly value: string;
    readonly summary: string;
  }
  | {
    /** Takes a text and may be given more than once. */
    readonly kind: "list";
    readonly value: string;
    readonly summary: string;
  }
  | {
    /** Takes one of a few words, in any case. */
    readonly kind: "choice";
    readonly choices: readonly string[];
    /** Undefined where it is left out, if there is no default. */
    readonly default?: string;
    readonly summary: string;
  }
  | {
    /** On where it is given. */
    readonly kind: "switch";
    readonly summary: string;
  };

/** The flags of a command by name, without dashes. */
export type Flags = Readonly<Record<string, Flag>>;

/** What was given, by name of the flag. */
export type FlagValues<F extends Flags> = { readonly [Name in keyof F]: FlagValue<F[Name]> };

/** What a flag's value is. */
export type FlagValue<F extends Flag> = F extends { readonly kind: "switch" } ? boolean
  : F extends { readonly kind: "list" } ? readonly string[]
  : F extends { readonly kind: "pair" } ? readonly [string, string] | undefined
  : F extends { readonly kind: "choice"; readonly choices: readonly (infer Word)[] }
    ? F extends { readonly default: string } ? Word : Word | undefined
  : F extends { readonly required: true } ? string
  : string | undefined;

/** A program with flags. */
export interface Command<F extends Flags> {
  /** How it is started, with the permissions it needs. */
  readonly run: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  /** What its first argument stands for, in capitals, if it needs one that is no flag. */
  readonly argument?: string;
  readonly flags: F;
  /** A text that it prints for `--list` instead of doing its work. */
  readonly list?: { readonly summary: string; readonly text: () => Promise<string> };
  /** Lines below the list of flags. */
  readonly notes: readonly string[];
}
