import type { Position } from '@alur/engine';

/** Which way a flow runs on screen. */
export type Direction = 'right' | 'down';

/** A node's measure, and its ports in the order drawn, in canvas pixels. */
export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly ports: readonly string[];
}

export interface LayoutRequest {
  readonly direction: Direction;
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly {
    readonly id: string;
    readonly from: { readonly node: string; readonly port: string };
    readonly to: { readonly node: string };
  }[];
}

/** Top left corners by node id. */
export type LayoutAnswer = Readonly<Record<string, Position>>;
