/** What the tests put into a page. */
declare const drive: any;
declare const harness: any;
declare const backup: any;
declare function visibleText(): string[];
