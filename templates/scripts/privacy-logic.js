/* What in a text may belong to a private person: addresses, numbers, and names that a course keeps out. It knows no page:
   a global for the page's scripts, an export for node.

   The rules are those of generator/content/private.py, one by one; a test compares the two. What a rule finds is its group,
   where it has one. What one rule has found, the next ones pass over. */
(function () {
  "use strict";
  const raw = String.raw;
  const HARMLESS = "";
  const TAKEN = "\u0001";

  /* The pieces of the patterns. All of it means the same to Python and to JavaScript. */
  const GAP = raw`(?:[ \u00a0\u202f.\u2010\u2011]| ?[()\/-]{1,2} ?)?`;
  const START = raw`(?<![0-9A-Za-z+.,€$£¥])(?<![0-9€$£¥][ .\/-])`;
  const END = raw`(?![0-9])(?![ \u00a0]?(?:[€$£¥%]|(?:euros?|eur|dollars?|usd|pounds?|gbp|francs?|chf|kron[eo]r|crowns|yen|` +
    raw`rupees|million|people|customers|visitors|guests|passengers|copies|steps|members)(?![a-z])))`;
  const UNROUND = raw`(?<!000)`;
  const YEAR = raw`(?:1[5-9]|20)[0-9]{2}`;
  const CLOCK = raw`[0-2]?[0-9][.:h][0-5][0-9]`;
  const PHONE = raw`t[eé]l|tlf|telephone|phones?|phoned|mobile|cell|cellphone|landline|fax|whatsapp|sms|hotline|helpline|calls?|` +
    raw`called|calling|ring|rang|dial|dials|dialled|dialed|text|texted|reach|telefon|telefonnummer|fon|handy|` +
    raw`handynummer|mobil|mobilnummer|rufnummer|durchwahl|téléphone|portable|teléfono|móvil|telefono|cellulare|` +
    raw`telefone|celular|telefoon|mobiel|puhelin|тел|телефон|電話|电话|هاتف`;
  const ACCOUNT = raw`account|acct|a\/c|sort code|routing|bsb|ifsc|clabe|swift|bic|iban|konto|kontonummer|kontonr|blz|` +
    raw`bankleitzahl|compte|rib|cuenta|conto|rekening|rekeningnummer|bankgiro|plusgiro|счёт|счет`;
  const ORDER = raw`order|booking|reservation|confirmation|reference|ref|ticket|invoice|receipt|case|claim|complaint|customer|` +
    raw`client|member|membership|loyalty|frequent flyer|tracking|parcel|shipment|consignment|delivery|policy|` +
    raw`contract|serial|employee|staff|patient|student|file|record|incident|voucher|bestell|bestellung|auftrags?|` +
    raw`kunden?|buchungs?|rechnungs?|vorgangs?|sendungs?|vertrags?|commande|réservation|dossier|facture|client|` +
    raw`colis|pedido|reserva|factura|cliente|envío|ordine|prenotazione|fattura|cliente|spedizione|bestelling|` +
    raw`boeking|klant|beställning|ordre|zamówieni[ea]|encomenda`;
  const IDENTITY = raw`passport|social security|ssn|national insurance|nino|nhs|tax id|taxpayer|tin|driving licen[cs]e|` +
    raw`driver's licen[cs]e|identity card|id card|personalausweis[a-zß-ü]*|reisepass[a-zß-ü]*|steuer-?id|` +
    raw`versicherungs[a-zß-ü]*|numéro de sécurité sociale|nif|nie|dni|cpf|bsn|personnummer|codice fiscale|pesel|` +
    raw`aadhaar`;
  const LABEL = raw`(?:[ -]?(?:number|numbers|no|nr|num|id|code|ref|reference|nummer|numéro|número|numero|numer|n[°º]|№|` +
    raw`#)\.?){1,2}(?: is| was|:|=|#){0,2} {0,2}`;
  const NO = raw`(?:[ \u00a0]?(?:numbers?|no|nr|n[°º]|is|was|on|at|under|me|us|him|her|them|line|` +
    raw`[:.,#–-])){0,5}[ \u00a0]{0,2}`;
  const MARK = raw`(?=[A-Z\/-]{0,12}[0-9])(?:[0-9]{2,8}(?: [0-9]{2,8}){1,5}|[A-Z0-9](?:[-\/]?[A-Z0-9]){3,24})(?<!000)`;

  /* The sum of payment cards. */
  function luhn(number) {
    const doubled = [...number].reverse().map((digit, place) => digit * (1 + place % 2));
    return number.length >= 13 && number.length <= 19 && total(doubled.map((digit) => digit - 9 * (digit > 9))) % 10 === 0;
  }

  /* The sum of bank accounts in the international form (IBAN). */
  function mod97(number) {
    const digits = [...number.slice(4) + number.slice(0, 4)].map((sign) => parseInt(sign, 36)).join("");
    return number.length >= 15 && number.length <= 34 && [...digits].reduce((rest, digit) => (rest * 10 + +digit) % 97, 0) === 1;
  }

  /* The sum of books. */
  function ean(number) {
    return number.length === 13 && total([...number].map((digit, place) => digit * (1 + 2 * (place % 2)))) % 10 === 0;
  }

  const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

  const RULES = [
    { code: HARMLESS, pattern: raw`https?:\/\/[^\s\/?#@]{1,200}@[^\s<>()]+`, anyCase: true },
    { code: "private-email",
      pattern: raw`[^\s@<>()\[\]{},;:"“”*|，。、；：]{1,64}@(?:[^\s@<>()\[\]{},;:"“”.*|，。、；：]{1,63}\.){1,4}[A-Za-zÀ-ɏͰ-ӿ]{2,24}` },
    { code: "private-email",
      pattern: raw`[a-z0-9][a-z0-9._+-]{0,63} ?[(\[{] ?(?:at|a|ät) ?[)\]}] ?[a-z0-9-]{1,63}(?: ?(?:\.|[(\[{] ?(?:dot|punkt|` +
        raw`point|punto) ?[)\]}]) ?[a-z0-9-]{2,63}){1,4}`, anyCase: true },
    { code: "private-email",
      pattern: raw`[a-z0-9][a-z0-9._+-]{0,63} at [a-z0-9-]{2,63}(?: dot [a-z0-9-]{2,63}){0,2} dot (?:com|org|net|info|edu|` +
        raw`[a-z]{2})(?![a-z])`, anyCase: true },
    { code: HARMLESS, pattern: raw`(?:https?:\/\/|www\.)(?!(?:wa\.me|t\.me)\/)[^\s<>()]+`, anyCase: true },
    { code: HARMLESS, pattern: raw`is[bs]n(?:-?1[03])?:? {0,2}[0-9][0-9 \u2010\u2011-]{6,16}[0-9x]`, anyCase: true },
    { code: HARMLESS, pattern: raw`(?<![0-9])97[89](?:[ -]?[0-9]){10}(?![0-9])`, check: ean },
    { code: HARMLESS,
      pattern: raw`${START}(?:[0-3]?[0-9][.\/ -][01]?[0-9][.\/ -]${YEAR}|${YEAR}[.\/-][01]?[0-9][.\/-][0-3]?[0-9])(?![0-9]|` +
        raw`[.\/-][0-9])` },
    { code: HARMLESS, pattern: raw`${START}[0-3]?[0-9][.\/][01]?[0-9][.\/][0-9]{2}(?![0-9]|[ .\/-][0-9])` },
    { code: HARMLESS, pattern: raw`${START}${YEAR}(?: ?[–\/ -] ?${YEAR})+(?![0-9]|[ .\/-][0-9])` },
    { code: HARMLESS, pattern: raw`${START}${CLOCK} ?[–-] ?${CLOCK}(?![0-9]|\.[0-9])` },
    { code: HARMLESS, pattern: raw`(?<![0-9])(?:24\/7|7\/24|365\/24)(?![0-9])` },
    { code: "private-account", pattern: raw`(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}`, check: mod97 },
    { code: "private-card",
      pattern: raw`(?<![0-9A-Za-z+])(?<![0-9][ -])[2-6](?:[ \u00a0-]?[0-9]){12,18}(?![0-9])`, check: luhn },
    { code: "private-identity", pattern: raw`(?<![0-9-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])` },
    { code: "private-identity",
      pattern: raw`(?<![A-Za-z0-9])[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D](?![A-Za-z0-9])` },
    { code: "private-identity", pattern: raw`(?<![0-9.])[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}(?![0-9])` },
    { code: "private-identity",
      pattern: raw`(?<![0-9-])(?:19|20)?[0-9]{2}[01][0-9][0-3][0-9][-+][0-9]{4}(?![0-9-])` },
    { code: "private-identity",
      pattern: raw`(?<![A-Za-z])(?:${IDENTITY})(?:${LABEL}|:? {1,2})(${MARK})`, anyCase: true },
    { code: "private-account",
      pattern: raw`(?<![A-Za-z])(?:${ACCOUNT})(?:${LABEL}|(?: is|` +
        raw` was)?:? {1,2})([A-Z]{0,6}[0-9](?:[ .\/-]?[0-9]){4,25})${END}`, anyCase: true },
    { code: "private-order", pattern: raw`(?<![0-9-])[0-9]{3}-[0-9]{7}-[0-9]{7}(?![0-9-])` },
    { code: "private-order",
      pattern: raw`(?<![A-Z0-9])(?:1Z[0-9A-Z]{16}|[A-Z]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{3} ?[A-Z]{2})(?![A-Za-z0-9])` },
    { code: "private-order",
      pattern: raw`(?<![A-Za-z])(?:${ORDER})(?:${LABEL}|: {0,2}| ?# ?)(${MARK})`, anyCase: true },
    { code: "private-order",
      pattern: raw`(?<![A-Za-z])(?:(?:[Bb]ooking|[Rr]eservation|[Cc]onfirmation|[Rr]ecord) (?:reference|ref|code|locator|` +
        raw`number)\.?|PNR|[Ll]ocator)(?: is| was)?:? {1,2}([A-Z0-9]{5,8})(?![A-Za-z0-9])` },
    { code: "private-order",
      pattern: raw`(?<![A-Za-z])(?:order|ticket|booking|invoice|claim|parcel|tracking|reservation|bestellung|auftrag|` +
        raw`rechnung|commande|pedido|ordine) (?:#|[A-Z]{1,3}-?)?([0-9][0-9-]{3,20}[0-9])(?![A-Za-z])${UNROUND}${END}`, anyCase: true },
    { code: "private-order", pattern: raw`(?<![A-Za-z0-9&])#[A-Z]{0,3}-?[0-9]{5,}(?:-[0-9]+)*` },
    { code: "private-phone", pattern: raw`(?<![0-9A-Za-z.,])(?:\+|00) ?\(?[1-9](?:${GAP}[0-9]){7,14}(?![0-9])` },
    { code: "private-phone",
      pattern: raw`(?<![A-Za-z])(?:${PHONE})${NO}([+(]?[0-9](?:${GAP}[0-9]){5,14})${UNROUND}${END}`, anyCase: true },
    { code: "private-phone", pattern: raw`${START}\(?0[1-9](?:${GAP}[0-9]){6,11}${END}` },
    { code: "private-phone",
      pattern: raw`${START}(?:1[ .-])?\(?[2-9][0-9]{2}\)?[ .\u00a0-]{1,2}[0-9]{3}[ .\u00a0-][0-9]{4}${END}` },
    { code: "private-number", pattern: raw`${START}[0-9]{4}(?:[ -][0-9]{4}){2,4}(?![0-9])` },
    { code: "private-phone",
      pattern: raw`${START}(?:[5-9][0-9]{2}[ -][0-9]{3}[ -][0-9]{3}|[2-9][0-9]{2} [0-9]{2} [0-9]{3}|` +
        raw`[6-9][0-9]{2}(?:[ .-][0-9]{2}){3}|[6-9][0-9]{4}[ -][0-9]{5}|1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|` +
        raw`[2-9][0-9][ -][0-9]{4}[ -][0-9]{4}|8[ -]?\(?[0-9]{3}\)?[ -][0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}|` +
        raw`[689][0-9]{3} [0-9]{4})${UNROUND}${END}` },
    { code: "private-phone",
      pattern: raw`(?<![0-9A-Za-z])\([0-9]{1,4}\) ?[0-9](?:${GAP}[0-9]){5,9}${UNROUND}${END}` },
    { code: "private-number", pattern: raw`(?<![0-9A-Za-z.,+])[0-9]{9,}(?![0-9A-Za-z])(?<!000)` },
  ];

  let compiled;
  const rules = () => (compiled ??= RULES.map((rule) => ({ ...rule, regex: new RegExp(rule.pattern, rule.anyCase ? "giu" : "gu") })));

  /* A name as a word of its own, also with the s that makes it somebody's. Words end at spaces only in some scripts. */
  function ofName(name) {
    const words = name.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+");
    const [before, after] = [name.trim()[0], name.trim().at(-1)].map((sign) => sign < "\u2e80");
    const ending = after ? raw`(?:['’]?s)?(?![\p{L}\p{N}_])` : "";
    return { code: "private-name", regex: new RegExp((before ? raw`(?<![\p{L}\p{N}_])` : "") + words + ending, "giu") };
  }

  /* How much of what was found proves itself by its sum; a word that follows it is no part of it. */
  function proven(found, check) {
    if (!check) return found.length;
    const ends = [...[...found.matchAll(/[ \u00a0-]/g)].map((gap) => gap.index), found.length].reverse();
    return ends.find((end) => check(found.slice(0, end).replace(/[ \u00a0-]/g, ""))) ?? 0;
  }

  /* What in a text may be private, in its order: [{ code, start, end, found }]. `denied` are names that must not stand in it. */
  function privacyFindings(text, denied = []) {
    const findings = [];
    const names = denied.filter((name) => name.trim()).sort((one, other) => other.length - one.length);
    let rest = text;
    for (const { code, regex, check } of [...names.map(ofName), ...rules()]) {
      for (const match of [...rest.matchAll(regex)]) {
        const candidate = match.at(-1);
        const start = match.index + match[0].length - candidate.length;
        const end = start + proven(candidate, check);
        if (end === start || text.slice(start, end) !== rest.slice(start, end)) continue;
        rest = rest.slice(0, start) + TAKEN.repeat(end - start) + rest.slice(end);
        if (code) findings.push({ code, start, end, found: text.slice(start, end) });
      }
    }
    return findings.sort((one, other) => one.start - other.start);
  }

  const logic = { privacyFindings, RULES };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, privacyFindings };
})();
