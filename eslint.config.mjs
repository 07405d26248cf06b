import js from '@eslint/js'
import globals from 'globals'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

export default defineConfig(
  globalIgnores([
    'dist/',
    'build/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    // Programs of learners: some are wrong on purpose, all rely on globals of the sandbox.
    'lessons/**/start/',
    'lessons/**/solution/',
    'lessons/**/right/',
    'lessons/**/wrong/',
    // Servers as people write them, and clients that are bodies of functions.
    'tests/node/servers/',
    // They do to a realm what no program should.
    'tests/hostile/programs/',
  ]),
  js.configs.recommended,
  ts.configs.strict,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: ts.parser } },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: [
      'scripts/**',
      'lab-server/**',
      'tests/**',
      'bench/**',
      'scenarios/**',
      '*.mjs',
      '*.config.ts',
    ],
    languageOptions: { globals: globals.node },
  },
  {
    // A figure is shown by the name of its folder, and is no tag that could be taken for HTML's.
    files: ['src/figures/*/*.vue'],
    rules: { 'vue/multi-word-component-names': 'off' },
  },
  {
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo)$/]',
          message: 'A test runs or is not there.',
        },
      ],
      // Prettier lays out templates.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
    },
  },
)
