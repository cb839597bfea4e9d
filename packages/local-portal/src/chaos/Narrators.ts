import { CASTS } from './cast.ts';
import { playStory, type StoryTools } from './playStory.ts';

/** Stories that are told at the same time: enough that something is always under way when something is killed. */
const VOICES = 6;

/**
 * Tells stories, one after the other in several voices, until told to stop.
 *
 * States: `start` → telling → `stop` → the stories begun are told to their end → silent.
 */
export class Narrators {
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
    // Seen by `stop`; without this, a story that cannot be told would end the run before its report.
    this.#telling.catch(() => {});
  }

  static start(titlePrefix: string, tools: StoryTools): Narrators {
    return new Narrators(titlePrefix, tools);
  }

  /** @throws Error when a story could not be told */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#telling;
  }

  async #narrate(): Promise<void> {
    while (!this.#stopping) {
      const number = this.#told++;
      await playStory(
        {
          title: `${this.#titlePrefix}${number}`,
          cast: CASTS[number % CASTS.length],
        },
        this.#tools,
      );
    }
  }
}
