import { act, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';

import { later } from '@/ui/later';

const Greeting = ({ name }: { name: string }) => <p>Good morning {name}</p>;

class Net extends Component<{ children: ReactNode }> {
  override state = { isTorn: false };
  static getDerivedStateFromError = () => ({ isTorn: true });
  override render() {
    return this.state.isTorn ? <p>Load again</p> : this.props.children;
  }
}

describe('a part that comes later', () => {
  it('is fetched and drawn when it is needed', async () => {
    const Later = later(() => Promise.resolve(Greeting));

    render(<Later isNeeded name="Tony" />);

    expect(await screen.findByText('Good morning Tony')).toBeVisible();
  });

  it('is fetched while nobody needs it, once the browser is idle', async () => {
    const whenIdle = vi.fn<(look: () => void) => number>(() => 1);
    vi.stubGlobal('requestIdleCallback', whenIdle);
    vi.stubGlobal('cancelIdleCallback', () => undefined);
    const load = vi.fn<() => Promise<typeof Greeting>>(() => Promise.resolve(Greeting));
    const Later = later(load);
    const { rerender } = render(<Later isNeeded={false} name="Tony" />);
    expect(load).not.toHaveBeenCalled();

    await act(async () => {
      whenIdle.mock.calls[0]?.[0]();
      await load.mock.results[0]?.value;
    });
    rerender(<Later isNeeded name="Tony" />);

    expect(screen.getByText('Good morning Tony')).toBeVisible();
    expect(load).toHaveBeenCalledOnce();
  });

  it('that cannot be had when it is needed is for the net under the page to tell', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const Later = later<{ name: string }>(() => Promise.reject(new Error('gone')));

    render(
      <Net>
        <Later isNeeded name="Tony" />
      </Net>,
    );

    expect(await screen.findByText('Load again')).toBeVisible();
  });

  it('that could not be had beforehand is asked for again when it is needed', async () => {
    vi.stubGlobal('requestIdleCallback', (look: () => void) => look());
    vi.stubGlobal('cancelIdleCallback', () => undefined);
    const load = vi
      .fn<() => Promise<typeof Greeting>>(() => Promise.resolve(Greeting))
      .mockRejectedValueOnce(new Error('offline'));
    const Later = later(load);
    const { rerender } = render(<Later isNeeded={false} name="Tony" />);
    await expect(load.mock.results[0]?.value).rejects.toThrow('offline');

    rerender(<Later isNeeded name="Tony" />);

    expect(await screen.findByText('Good morning Tony')).toBeVisible();
  });
});
