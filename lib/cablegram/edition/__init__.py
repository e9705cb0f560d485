"""The HTML edition: notebooks run, their prose checked, their pages set. The core never imports it."""
