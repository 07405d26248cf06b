import type { Component, InjectionKey } from 'vue'

/** The figures that prose may name, by name. Provided by the screen. */
export const figuresKey: InjectionKey<Readonly<Record<string, Component>>> = Symbol('figures')
