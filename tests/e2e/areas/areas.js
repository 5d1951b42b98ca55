// What the pages' own scripts would be: a control made by a custom element. Knows no server.

/** As many stars as were clicked, under the name of its own that its form has for it. */
class Stars extends HTMLElement {
  static formAssociated = true;
  constructor() {
    super();
    this.internals = this.attachInternals();
    this.value = "0";
    this.addEventListener("click", () => {
      this.value = String(Number(this.value) + 1);
      this.internals.setFormValue(this.value);
      this.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}
customElements.define("x-stars", Stars);
