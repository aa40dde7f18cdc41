import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';

/** One tab. */
export interface AddressTab {
  readonly value: string;
  readonly label: string;
  readonly panel: () => ReactNode;
}

/** Tabs of which the address names the open one, `?tab=…`; without a name it is the first. */
export function AddressTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly AddressTab[] }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const open = tabs.find(({ value }) => value === search.get('tab')) ?? tabs[0];
  return (
    <Tabs
      value={open?.value ?? null}
      keepMounted={false}
      // what another tab was narrowed to says nothing about this one
      onChange={(value) => setSearch(value === null || value === tabs[0]?.value ? {} : { tab: value })}
    >
      <Tabs.List aria-label={label} mb="md">
        {tabs.map(({ value, label: name }) => (
          <Tabs.Tab key={value} value={value}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, panel }) => (
        <Tabs.Panel key={value} value={value}>
          {value === open?.value ? panel() : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
