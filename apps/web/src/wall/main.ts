document.title = "Vigil wall";
