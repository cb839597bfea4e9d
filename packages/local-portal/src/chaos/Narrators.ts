import { CASTS } from './cast.ts';
import { playStory, type StoryTools } from './playStory.ts';

/** Stories that are told at the same time: enough that something is always under way when something is killed. */
const VOICES = 6;

/** A story that could not be told to its end, and why. */
export interface UntoldStory {
  title: string;
  reason: string;
}

/**
 * Tells stories, one after the other in several voices, until told to stop. One that cannot be told to its end is noted, and the
 * next one begins.
 *
 * States: `start` → telling → `stop` → the stories begun are told to their end → silent.
 */
export class Narrators {
  readonly untold: UntoldStory[] = [];
  readonly #tools: StoryTools;
  readonly #titlePrefix: string;
  readonly #telling: Promise<void>;
  #told = 0;
  #stopping = false;

  private constructor(titlePrefix: string, tools: StoryTools) {
    this.#tools = tools;
    this.#titlePrefix = titlePrefix;
    this.#telling = Promise.all(
      Array.from({ length: VOICES }, () => this.#narrate()),
    ).then(() => {});
  }

  static start(titlePrefix: string, tools: StoryTools): Narrators {
    return new Narrators(titlePrefix, tools);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#telling;
  }

  async #narrate(): Promise<void> {
    while (!this.#stopping) {
      const number = this.#told++;
      const title = `${this.#titlePrefix}${number}`;
      const cast = CASTS[number % CASTS.length];
      try {
        await playStory({ title, cast }, this.#tools);
      } catch (error) {
        this.untold.push({ title, reason: (error as Error).message });
      }
    }
  }
}
