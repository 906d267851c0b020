/*
 * Which language a Camunda web application speaks, and what it is called in it: imported by config.js of each.
 */
export const readsChinese = (navigator.languages?.[0] ?? navigator.language ?? '').toLowerCase().startsWith('zh');

// Loading a second language as well would make dates speak whichever came last.
export const locales = { availableLocales: ['en', 'zh'], fallbackLocale: readsChinese ? 'zh' : 'en' };

export function named(english, chinese) {
  return { name: readsChinese ? chinese : english, vendor: 'Qingwang 清网' };
}
